// Whether people who share a seat of a new exercise have roles.
import { Checkbox } from '../design/index.ts';
import { t } from '../locales/text.ts';

export function TeamsSetting({ teams, onChange }: { teams: boolean; onChange: (teams: boolean) => void }) {
  return <Checkbox label={t('create.teams')} hint={t('create.teamsHint')} selected={teams} onChange={onChange} />;
}
