import type {} from 'skranke/react';

export const wrong = (
  <>
    <skranke-deadline-list pageSizee={5} />
    <skranke-deadline-list filter="late" />
    <skranke-deadline-list page-size={true} />
    <skranke-deadline-list onskranke-activity-opened={({ detail }) => detail.titel} />
    <skranke-contact-point-picker onInput={(event) => event.currentTarget.valeu} />
    <skranke-dead-line-list />
  </>
);
