import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** A placeholder, until the first widget's stories are here. */
const meta: Meta = { title: 'Skranke/Trivial', render: () => html`<p>Skranke</p>` };

export default meta;

export const Trivial: StoryObj = {};
