// Whether an exercise is under way: begun and not over, whether its clock runs or stands.
import type { State } from '../model/state.ts';

export const isUnderWay = ({ status }: Pick<State, 'status'>): boolean => status === 'running' || status === 'paused';
