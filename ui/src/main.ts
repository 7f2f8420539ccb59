import './kit/theme.css';
import { mount } from 'svelte';
import { chooseHost } from './host';
import { Api } from './api/client';
import App from './shell/App.svelte';

const target = document.getElementById('app');
if (target) {
  const host = await chooseHost();
  mount(App, { target, props: { host, api: new Api(host) } });
}
