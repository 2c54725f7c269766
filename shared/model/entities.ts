// The things that the state of an exercise is made of, by subject.
export type * from './settings.ts';
export type * from './world.ts';
export type * from './intelligence.ts';
export type * from './instruments.ts';
export type * from './orders.ts';
export type * from './organisations.ts';
export type * from './control.ts';
