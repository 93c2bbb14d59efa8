/** Files that the user was given to save, instead of the browser's own dialogue. */
export function catchFiles(): {
  readonly files: { name: string; content: Blob }[];
  readonly freed: string[];
} {
  const { click } = HTMLAnchorElement.prototype;
  const { createObjectURL, revokeObjectURL } = URL;
  const caught = { files: [] as { name: string; content: Blob }[], freed: [] as string[] };
  const contents = new Map<string, Blob>();
  before(() => {
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const content = contents.get(this.href);
      if (this.download && content) caught.files.push({ name: this.download, content });
      else click.call(this);
    };
    URL.createObjectURL = (object: Blob) => {
      const url = createObjectURL(object);
      contents.set(url, object);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      caught.freed.push(url);
      revokeObjectURL(url);
    };
  });
  beforeEach(() => {
    caught.files.length = 0;
    caught.freed.length = 0;
  });
  after(() => {
    HTMLAnchorElement.prototype.click = click;
    Object.assign(URL, { createObjectURL, revokeObjectURL });
  });
  return caught;
}
