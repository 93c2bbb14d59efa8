const card = document.querySelector('skranke-deep-link-card');

document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  card.contactPointId = event.target.point.value.trim();
});

card.addEventListener('skranke-link-copied', ({ detail }) => {
  document.querySelector('#copied').textContent = `Kopieret: ${detail.url}`;
});
