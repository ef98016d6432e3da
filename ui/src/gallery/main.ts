// Every component in every state, for whoever builds or judges a screen: `npm run gallery`. Never part of the program.
// The address chooses the look: `gallery.html?theme=dark&language=ar&scale=200`.

import { mount } from 'svelte';
import { languages } from '$lib/i18n/i18n.svelte';
import { look } from '$lib/look.svelte';
import Gallery from './Gallery.svelte';
import '../app.css';

const asked = new URLSearchParams(location.search);
look.take({
  ...look.kept,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
  language: languages.find((language) => language === asked.get('language')) ?? 'en',
  text_scale_percent: Number(asked.get('scale') ?? 100),
});
look.wear(document.documentElement);

const target = document.getElementById('app');
if (!target) throw new Error('gallery.html has no #app');

export default mount(Gallery, { target });
