// What a host does itself: it puts two widgets together by an event and an attribute.
const picker = document.querySelector('skranke-contact-point-picker');
const share = document.querySelector('#share');

picker.addEventListener('skranke-contact-point-chosen', ({ detail }) => {
  share.hidden = false;
  const card =
    share.querySelector('skranke-deep-link-card') ?? document.createElement('skranke-deep-link-card');
  card.setAttribute('backend-url', picker.getAttribute('backend-url'));
  card.setAttribute('contact-point-id', detail.contactPoint.id);
  card.lang = picker.lang;
  share.append(card);
});
