export { install, register } from './register/index.js';
