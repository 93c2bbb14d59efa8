// What a host does itself: here the language switch. The page around the widgets stays Danish, and says so.
let lang = 'da';
const button = document.querySelector('#language');
button.addEventListener('click', () => {
  [lang, button.lang] = [button.lang, lang];
  for (const widget of document.querySelectorAll('[backend-url]')) widget.lang = lang;
  button.textContent = lang === 'da' ? 'English' : 'Dansk';
});
