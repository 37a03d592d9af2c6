import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { freshCode, renameGrade } from './codes';
import type { Gate, Grade, SchemeDefinition } from './definition';
import { ChoiceField, choicesOf, CodeField, NumberField, TextField } from './Field';
import type { Change } from './IndicatorsTab';
import { ListEditor } from './ListEditor';

/** Grades from the best down, and the conditions of qualifying at all. */
export function GradesTab({ definition, change }: { definition: SchemeDefinition; change: Change }) {
  const words = useWords();
  const { grades = [], gates = [] } = definition;
  return (
    <>
      <Panel title={words.design.grades}>
        <ListEditor<Grade>
          items={grades} path="grades" parts={['code', 'name', 'min', 'holds']} nameOf={(g) => g.name} addText={words.design.newGrade} onChange={(next) => change((d) => ({ ...d, grades: next }))}
          add={() => ({ code: freshCode('grade', grades.map((g) => g.code)), name: words.design.newGrade, min: Math.max(0, (grades.at(-1)?.min ?? 95) - 5) })}
        >
          {(g, set, path) => (
            <>
              <TextField label={words.schemes.name} path={`${path}.name`} value={g.name} onChange={(name) => set({ ...g, name })} />
              <CodeField label={words.schemes.code} path={`${path}.code`} value={g.code} taken={grades.map((other) => other.code)} onChange={(code) => change((d) => renameGrade(d, grades.indexOf(g), code))} />
              <NumberField label={words.design.min} path={`${path}.min`} value={g.min} onChange={(min) => set({ ...g, min: min ?? 0 })} />
              <ChoiceField
                label={words.design.holds} path={`${path}.holds`} value={g.holds ?? ''} onChange={(holds) => set({ ...g, holds: holds || undefined })}
                among={[{ value: '', label: words.design.holdsNone }, ...grades.filter((other) => other !== g).map((other) => ({ value: other.code, label: other.name }))]}
              />
            </>
          )}
        </ListEditor>
      </Panel>
      <Panel title={words.design.gates}>
        <ListEditor<Gate>
          items={gates} path="gates" parts={['type', 'percent', 'depth']} nameOf={() => words.design.gate} addText={words.design.add} add={() => ({ type: 'sectionMinimum', percent: 60 })} onChange={(next) => change((d) => ({ ...d, gates: next }))}
        >
          {(g, set, path) => (
            <>
              <ChoiceField label={words.design.gate} path={`${path}.type`} value={g.type} among={choicesOf(words.design.gateWord)} onChange={(type) => set(type === 'sectionMinimum' ? { type, percent: 60 } : { type: 'zeroNodeFails', depth: 2 })} />
              {g.type === 'sectionMinimum'
                ? <NumberField label={words.design.percent} path={`${path}.percent`} value={g.percent} onChange={(percent) => set({ ...g, percent: percent ?? 0 })} />
                : <NumberField label={words.design.depth} path={`${path}.depth`} whole min={1} value={g.depth} onChange={(depth) => set({ ...g, depth: depth ?? 1 })} />}
            </>
          )}
        </ListEditor>
      </Panel>
    </>
  );
}
