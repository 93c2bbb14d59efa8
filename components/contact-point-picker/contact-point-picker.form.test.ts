import { expect } from '@open-wc/testing';
import { contactGroupTestIds, contactPointTestIds as ids } from '../../mocks/contacts/test-ids.js';
import { fjordby, makePicker, type Page } from '../../stories/contact-point-picker.fixture.js';

interface FormPage extends Page {
  readonly form: HTMLFormElement;
}

/** A picker in a form, with a label outside. */
async function showForm(attributes: Record<string, string> = {}, inside = ''): Promise<FormPage> {
  const page = await makePicker(fjordby({ name: 'modtager', id: 'picker', ...attributes }));
  const form = document.createElement('form');
  const place = inside ? document.createElement(inside) : form;
  if (place !== form) form.append(place);
  const label = document.createElement('label');
  label.htmlFor = 'picker';
  label.textContent = 'Modtager';
  place.append(label, page.picker.element);
  page.place.append(form);
  await page.picker.settled();
  return { ...page, form };
}

const sent = (form: HTMLFormElement) =>
  [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`);

describe('contact point picker: a field of a form', () => {
  it('submits the id, at once when a script sets it', async () => {
    const { picker, form } = await showForm();
    expect(sent(form)).to.deep.equal(['modtager=']);
    picker.element.value = ids.passport.id;
    expect(sent(form)).to.deep.equal([`modtager=${ids.passport.id}`]);
    expect(picker.element.form).to.equal(form);
  });

  it('is missing while required and empty, with a message', async () => {
    const { picker, form } = await showForm({ required: '' });
    expect(form.checkValidity()).to.be.false;
    const { validity, validationMessage, errors } = picker.element;
    expect(validity.valueMissing).to.be.true;
    expect(validationMessage).to.equal('Vælg, hvem du vil skrive til');
    expect(errors).to.deep.equal([{ field: 'value', message: 'Vælg, hvem du vil skrive til' }]);
    picker.element.value = ids.passport.id;
    expect(form.checkValidity()).to.be.true;
    picker.element.required = false;
    picker.element.value = null;
    await picker.quiet();
    expect(form.checkValidity()).to.be.true;
  });

  it('shows the error only when asked, in a summary and at the field, in the same words', async () => {
    const { picker, form } = await showForm({ required: '' });
    expect(picker.text).not.to.contain('Vælg, hvem du vil skrive til');
    form.requestSubmit();
    await picker.quiet();
    expect(picker.text).to.contain('Der er problemer');
    const [link] = picker.all('link', 'Vælg, hvem du vil skrive til');
    expect(picker.text).to.contain('Fejl: Vælg, hvem du vil skrive til');
    expect(picker.searchField.getAttribute('aria-invalid')).to.equal('true');
    picker.searchField.blur();
    const { href } = location;
    link!.click();
    expect(picker.focus).to.match(/^searchbox/);
    expect(location.href, 'the host’s own address').to.equal(href);
  });

  it('takes the errors back with a reset, and with a choice, until it is asked again', async () => {
    const { picker, form } = await showForm({ required: '' });
    const ask = async () => {
      form.requestSubmit();
      await picker.shows('Der er problemer');
    };
    await ask();
    form.reset();
    await picker.quiet();
    expect(picker.text).not.to.contain('Der er problemer');
    await ask();
    await picker.search('fornyelse af pas');
    await picker.choose('Fornyelse af pas');
    picker.element.value = '';
    await picker.quiet();
    expect(picker.text).not.to.contain('Der er problemer');
  });

  it('bears the words of its label, and takes the focus from it', async () => {
    const { picker, form } = await showForm({ required: '' });
    expect(picker.one('searchbox', 'Modtager: Hvad vil du skrive om?')).to.equal(picker.searchField);
    form.querySelector('label')!.click();
    expect(picker.focus).to.match(/^searchbox/);
  });

  it('says that it is optional', async () => {
    const { picker } = await showForm();
    expect(picker.one('searchbox', '(valgfrit)')).to.equal(picker.searchField);
  });

  it('goes back with a reset', async () => {
    const { picker, form } = await showForm({ value: ids.ordinary.id });
    picker.element.value = ids.passport.id;
    form.reset();
    expect(picker.element.value).to.equal(ids.ordinary.id);
    await picker.shows('Du har valgt: Flytning');
  });

  it('takes back what the browser kept', async () => {
    const { picker } = await showForm();
    picker.element.formStateRestoreCallback(ids.passport.id);
    await picker.shows('Du har valgt: Fornyelse af pas');
  });

  it('is disabled by a fieldset, and submits nothing then', async () => {
    const { picker, form } = await showForm({ value: ids.ordinary.id, required: '' }, 'fieldset');
    form.querySelector('fieldset')!.disabled = true;
    await picker.quiet();
    expect(sent(form)).to.deep.equal([]);
    expect(picker.one('button', 'Vælg en anden')).to.have.property('disabled', true);
    form.querySelector('fieldset')!.disabled = false;
    await picker.quiet();
    expect(picker.one('button', 'Vælg en anden')).to.have.property('disabled', false);
  });

  it('can do nothing while it is disabled, wherever it is', async () => {
    const { picker } = await showForm({ disabled: '', 'contact-group-id': contactGroupTestIds.large.id });
    expect(picker.buttons).to.include.members(['Vis flere', 'Tilbage til Familie og børn', 'Alle emner']);
    const isOn = (button: HTMLElement) => !button.matches(':disabled');
    expect(picker.all('button').filter(isOn)).to.deep.equal([]);
  });

  it('is disabled by its own attribute', async () => {
    const { picker, form } = await showForm({ disabled: '' });
    expect(picker.searchField.disabled).to.be.true;
    expect(sent(form)).to.deep.equal([]);
    expect(form.checkValidity()).to.be.true;
  });
});
