// What a draft would be, in one line and in its parts.
import type { DraftCommand } from '../../../shared/model/commands.ts';
import type { Sight, TeamDraftView } from '../../../shared/view/view.ts';
import { t } from '../../locales/text.ts';
import { namesOf } from '../../seats.tsx';
import { actionName, describe } from '../tray/describe.ts';

type Line<T extends DraftCommand['type']> = (command: Extract<DraftCommand, { type: T }>, see: Sight) => string;

const invited = (see: Sight, invitation: string) => actionName(see.own.invitations[invitation]?.action ?? '');

const LINES: { readonly [T in DraftCommand['type']]: Line<T> } = {
  act: ({ action }) => actionName(action),
  invite: ({ action }) => actionName(action),
  answerInvitation: ({ invitation, accept }, see) => t(accept ? 'team.accept' : 'team.decline', { action: invited(see, invitation) }),
  withdrawInvitation: ({ invitation }, see) => t('team.withdrawInvitation', { action: invited(see, invitation) }),
  sendMessage: ({ to }, see) => t('team.message', { names: namesOf(see.public, to) }),
  decideInject: ({ inject, option }, see) => {
    const asked = see.own.injects[inject];
    return t('team.decide', { title: asked?.title ?? inject, option: asked?.decide?.options.find(({ id }) => id === option)?.label ?? option });
  },
  proposeMatrix: ({ act }) => t('team.idea', { act }),
  argueMatrix: ({ side }) => t('team.argue', { side }),
  withdrawMatrix: () => t('team.withdrawIdea'),
};

export function lineOf({ command }: TeamDraftView, see: Sight): string {
  return command ? (LINES[command.type] as Line<DraftCommand['type']>)(command as never, see) : t('team.wordsDeleted');
}

/** Labels and values of an act; clauses are shown as the text they make. */
export function factsOf(command: DraftCommand, see: Sight): { label: string; value: string }[] {
  if (command.type === 'act' || command.type === 'invite') return describe(see.public, command.action, namedParams(command.params, see), ['clauses']);
  return [];
}

/** Reports and instruments by what people know them by. */
function namedParams(params: Record<string, unknown>, see: Sight): Record<string, unknown> {
  const named = { ...params };
  const instrument = see.own.instruments[String(params.instrument)];
  if (instrument) named.instrument = instrument.title;
  const report = see.own.reports[String(params.report)];
  if (report) named.report = see.public.threats[report.threat]?.name ?? report.text;
  return named;
}

/** What somebody wrote that would leave the ministry; null where nothing is written. */
export function wordsOf(command: DraftCommand | null): string | null {
  if (command === null) return null;
  switch (command.type) {
    case 'sendMessage':
    case 'argueMatrix':
      return command.text;
    case 'proposeMatrix':
      return [command.act, command.effect, ...command.reasons].join('\n');
    default:
      return null;
  }
}
