/* global DKFDS -- the design system's own script */
DKFDS.init();

document.querySelector('#write').addEventListener('submit', (event) => {
  event.preventDefault();
  const point = new FormData(event.target).get('kontaktpunkt');
  document.querySelector('#sent').textContent = `Sendt: ${point}`;
});
