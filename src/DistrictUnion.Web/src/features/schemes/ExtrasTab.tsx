import { InputNumber } from 'antd';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { codesOf, freshCode } from './codes';
import type { Bonus, FactDefinition, SchemeDefinition, Veto } from './definition';
import { CapField, ChoiceField, choicesOf, CodeField, FactField, Field, Said, TextField, useFindings } from './Field';
import type { Change } from './IndicatorsTab';
import { ListEditor } from './ListEditor';
import { besides } from './problems';

/** Bonuses with how they count together, and vetoes. */
export function ExtrasTab({ definition, change }: { definition: SchemeDefinition; change: Change }) {
  const words = useWords();
  const findings = useFindings();
  const { facts, grades = [], bonus = { cap: 'none' }, bonuses = [], vetoes = [] } = definition;
  const awards = facts.filter((f) => f.type === 'awards');
  const answers = facts.filter((f) => f.type === 'boolean');
  return (
    <>
      <Panel title={words.design.bonusPolicy}>
        <Said of={besides(findings, 'bonus', ['cap', 'stacking'])} />
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <CapField label={words.design.bonusCap} path="bonus.cap" value={bonus.cap} onChange={(cap) => change((d) => ({ ...d, bonus: { ...d.bonus, cap } }))} />
          <ChoiceField label={words.design.stacking} path="bonus.stacking" value={bonus.stacking ?? 'highestPerMatter'} among={choicesOf(words.design.stackingWord)} onChange={(stacking) => change((d) => ({ ...d, bonus: { cap: 'none', ...d.bonus, stacking } }))} />
        </div>
      </Panel>
      <Panel title={words.design.bonuses}>
        <ListEditor<Bonus>
          items={bonuses} path="bonuses" parts={['code', 'name', 'awards', 'cap', 'levels']} nameOf={(b) => b.name} addText={words.design.newBonus} onChange={(next) => change((d) => ({ ...d, bonuses: next }))}
          add={() => ({ code: freshCode('Z', codesOf(definition)), name: words.design.newBonus, awards: awards[0]?.code ?? '', cap: 'none', levels: Object.fromEntries((awards[0]?.levels ?? []).map((level, i) => [level, i + 1])) })}
        >
          {(b, set, path) => (
            <>
              <TextField label={words.schemes.name} path={`${path}.name`} value={b.name} onChange={(name) => set({ ...b, name })} />
              <CodeField label={words.schemes.code} path={`${path}.code`} value={b.code} taken={codesOf(definition)} onChange={(code) => set({ ...b, code })} />
              <FactField label={words.design.awards} path={`${path}.awards`} value={b.awards} facts={awards} onChange={(code) => set({ ...b, awards: code ?? '' })} />
              <CapField label={words.design.cap} path={`${path}.cap`} value={b.cap} onChange={(cap) => set({ ...b, cap })} />
              <LevelPoints bonus={b} fact={facts.find((f) => f.code === b.awards)} path={`${path}.levels`} onChange={(levels) => set({ ...b, levels })} />
            </>
          )}
        </ListEditor>
      </Panel>
      <Panel title={words.design.vetoes}>
        <ListEditor<Veto>
          items={vetoes} path="vetoes" parts={['code', 'name', 'fact', 'caps']} nameOf={(v) => v.name} addText={words.design.newVeto} onChange={(next) => change((d) => ({ ...d, vetoes: next }))}
          add={() => ({ code: freshCode('V', vetoes.map((v) => v.code)), name: words.design.newVeto, fact: answers[0]?.code ?? '' })}
        >
          {(v, set, path) => (
            <>
              <TextField label={words.schemes.name} path={`${path}.name`} value={v.name} onChange={(name) => set({ ...v, name })} />
              <CodeField label={words.schemes.code} path={`${path}.code`} value={v.code} taken={vetoes.map((other) => other.code)} onChange={(code) => set({ ...v, code })} />
              <FactField label={words.design.vetoFact} path={`${path}.fact`} value={v.fact} facts={answers} onChange={(fact) => set({ ...v, fact: fact ?? '' })} />
              <ChoiceField
                label={words.design.caps} path={`${path}.caps`} value={v.caps ?? ''} onChange={(caps) => set({ ...v, caps: caps || undefined })}
                among={[{ value: '', label: words.design.capsNone }, ...grades.map((g) => ({ value: g.code, label: words.design.capsAt(g.name) }))]}
              />
            </>
          )}
        </ListEditor>
      </Panel>
    </>
  );
}

/** Points for each level of the award; a level left empty gives none. */
function LevelPoints({ bonus, fact, path, onChange }: { bonus: Bonus; fact?: FactDefinition; path: string; onChange: (levels: Record<string, number>) => void }) {
  const words = useWords();
  const levels = [...new Set([...(fact?.levels ?? []), ...Object.keys(bonus.levels)])];
  const set = (level: string, value: number | null) => {
    const { [level]: _, ...rest } = bonus.levels;
    onChange(value === null ? rest : { ...bonus.levels, [level]: value });
  };
  return (
    <Field label={words.design.levelPoints} path={path} wide>
      {(id) => (
        <div id={id} style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {levels.map((level) => <InputNumber key={level} min={0} style={{ width: 150 }} prefix={words.design.levelWord[level] ?? level} aria-label={`${bonus.name} ${words.design.levelWord[level] ?? level}`} value={bonus.levels[level]} onChange={(v) => set(level, v)} />)}
        </div>
      )}
    </Field>
  );
}
