// Packages by domain: how many go, how many are free, and what unmanned systems stand in for.
import { CircleAlert } from 'lucide-react';
import type { Package } from '../../shared/model/state.ts';
import { DOMAINS, type Domain } from '../../shared/model/vocabulary.ts';
import { count, deployedBy } from '../../shared/rules/packages.ts';
import type { Sight } from '../../shared/view/view.ts';
import { NumberField, Select } from '../design/index.ts';
import { t, tOr } from '../locales/text.ts';

const STAND_INS = ['LAND', 'SEA', 'ISR'] as const;

/** Packages of each domain that are not in some other crisis. */
export function freePackages(sight: Sight, crisis: string): Record<Domain, number> {
  const others = Object.fromEntries(Object.entries(sight.public.crises).filter(([id]) => id !== crisis));
  const away = deployedBy(others, sight.own.seat.id);
  return Object.fromEntries(DOMAINS.map((domain) => [domain, Math.max(0, sight.own.ministry.packages[domain] - count(away.filter((one) => one.domain === domain)))])) as Record<Domain, number>;
}

export function PackagesField({ label, error, sight, crisis, value, onChange }: { label: string; error?: string | null; sight: Sight; crisis: string; value: readonly Package[]; onChange: (value: Package[]) => void }) {
  const free = freePackages(sight, crisis);
  const standIn = value.find((one) => one.domain === 'UXS')?.as;
  const put = (domain: Domain, number: number, as = domain === 'UXS' ? standIn : undefined) => {
    const others = value.filter((one) => one.domain !== domain);
    const next: Package[] = number > 0 ? [...others, { domain, count: number, ...(as ? { as } : {}) }] : others;
    onChange(next.sort((a, b) => DOMAINS.indexOf(a.domain) - DOMAINS.indexOf(b.domain)));
  };
  return (
    <fieldset className="many-field">
      <legend className="field-label">{label}</legend>
      <p className="field-hint">{t('form.recall')}</p>
      <div className="packages-grid">
        {DOMAINS.map((domain) => (
          <div key={domain} className="package-row">
            <span className="grow">
              {tOr(`domain.${domain}`, domain)}
              <span className="soft small"> {t('form.packagesLeft', { left: free[domain], all: sight.own.ministry.packages[domain] })}</span>
            </span>
            <NumberField label={tOr(`domain.${domain}`, domain)} hideLabel min={0} max={Math.min(4, free[domain])} value={count(value.filter((one) => one.domain === domain))} onChange={(number) => put(domain, number)} />
          </div>
        ))}
      </div>
      {count(value.filter((one) => one.domain === 'UXS')) > 0 && (
        <Select
          label={t('form.standIn')}
          value={standIn ?? 'none'}
          options={[{ id: 'none', label: t('form.standIn.none') }, ...STAND_INS.map((id) => ({ id, label: tOr(`domain.${id}`, id) }))]}
          onChange={(as) => put('UXS', count(value.filter((one) => one.domain === 'UXS')), as === 'none' ? undefined : (as as Domain))}
        />
      )}
      {error && (
        <p className="field-error" role="alert">
          <CircleAlert size={16} aria-hidden /> <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
