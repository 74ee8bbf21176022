export { ReactiveElement } from '@lit/reactive-element';
