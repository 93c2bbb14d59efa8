// What a host does itself: here the language switch, and another backend by ?backend=ADDRESS.
const backend = new URLSearchParams(location.search).get('backend');
if (backend) {
  for (const widget of document.querySelectorAll('[backend-url]'))
    widget.setAttribute('backend-url', backend);
}

const button = document.querySelector('#language');
button.addEventListener('click', () => {
  const isDanish = document.documentElement.lang === 'da';
  document.documentElement.lang = isDanish ? 'en' : 'da';
  button.lang = isDanish ? 'da' : 'en';
  button.textContent = isDanish ? 'Dansk' : 'English';
});
