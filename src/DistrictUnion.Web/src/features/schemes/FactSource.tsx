import { Select } from 'antd';
import { useWords } from '../../shared/words';
import type { FactDefinition } from './definition';
import { ChoiceField, choicesOf, Field } from './Field';

/** Where a school's number comes from: people report it, or a ledger counts it. */
export function FactSource({ fact, path, onChange }: { fact: FactDefinition; path: string; onChange: (next: Partial<FactDefinition>) => void }) {
  const words = useWords();
  const counted = fact.activities;
  const source = counted ? 'activities' : fact.congress ? 'congress' : 'reported';
  return (
    <>
      <ChoiceField
        label={words.design.source} value={source} among={choicesOf(words.design.sourceWord)}
        onChange={(next) => onChange({ activities: next === 'activities' ? { measure: 'count' } : undefined, congress: next === 'congress' ? 'congressesHeld' : undefined })}
      />
      {fact.congress && <ChoiceField label={words.design.measure} path={`${path}.congress`} value={fact.congress} among={choicesOf(words.design.figureWord)} onChange={(congress) => onChange({ congress })} />}
      {counted && (
        <>
          <ChoiceField label={words.design.measure} path={`${path}.activities.measure`} value={counted.measure} among={choicesOf(words.design.measureWord)} onChange={(measure) => onChange({ activities: { ...counted, measure } })} />
          <Field label={words.design.kinds} path={`${path}.activities.kinds`} hint={words.design.kindsHint} wide>
            {(id, status) => (
              <Select
                id={id} status={status} mode="multiple" style={{ width: '100%' }} placeholder={words.common.all} value={counted.kinds ?? []} options={choicesOf(words.activities.kinds)}
                onChange={(kinds: string[]) => onChange({ activities: { ...counted, kinds: kinds.length > 0 ? kinds : undefined } })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
