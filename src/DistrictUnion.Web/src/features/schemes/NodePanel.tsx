import { Button } from 'antd';
import { useMemo } from 'react';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { codesOf } from './codes';
import type { Indicator, SchemeDefinition } from './definition';
import { changeNode, holdersFor, pathOf, placesOf, relocateNode, renameNode, type Placed } from './edit';
import { ChoiceField, choicesOf, CodeField, NumberField, Said, TextField, useFindings } from './Field';
import type { Change } from './IndicatorsTab';
import { NodeActions } from './NodeActions';
import { besides } from './problems';
import { RuleEditor } from './RuleEditor';
import { useIsSplit } from './Split';
import { TryBox } from './TryBox';

const fields = ['code', 'name', 'max', 'evidence', 'review', 'rule', 'items'];

/** Everything about one node: its properties, and for a leaf its rule with a box to try it. */
export function NodePanel({ row, definition, change, onSelect, onAdd }: { row: Placed; definition: SchemeDefinition; change: Change; onSelect: (key?: string) => void; onAdd: (row: Placed) => void }) {
  const words = useWords();
  const findings = useFindings();
  const isSplit = useIsSplit();
  const { node, place } = row;
  const path = pathOf(place);
  const isLeaf = row.sum === null;
  const set = (next: Partial<Indicator>) => change((d) => changeNode(d, place, next));
  const holders = useMemo(() => holdersFor(definition, place), [definition, place]);
  const facts = useMemo(() => new Map(definition.facts.map((f) => [f.code, f])), [definition]);
  const parent = placesOf(definition).find((p) => p.place.length === place.length - 1 && p.place.every((index, i) => place[i] === index));
  const moveTo = (key: string) => {
    const holder = holders.find((h) => h.key === key);
    change((d) => (holder ? relocateNode(d, place, holder.place, 'into') : relocateNode(d, place, [d.sections.length - 1], 'after')));
  };
  return (
    <>
      <Panel title={`${node.code} ${node.name}`} extra={!isSplit && <NodeActions row={row} change={change} onAdd={onAdd} onRemoved={() => onSelect(undefined)} />}>
        <Said of={besides(findings, path, fields)} />
        <div className="leaf-fields design-fields">
          <CodeField
            label={words.schemes.code} path={`${path}.code`} value={node.code} taken={codesOf(definition)}
            onChange={(code) => {
              change((d) => renameNode(d, place, code));
              onSelect(code);
            }}
          />
          <TextField label={words.schemes.name} path={`${path}.name`} value={node.name} onChange={(name) => set({ name })} />
          <NumberField label={words.schemes.max} path={`${path}.max`} value={node.max} onChange={(max) => set({ max: max ?? 0 })} />
          <ChoiceField
            label={words.design.parent} path={`${path}.parent`} value={parent?.key ?? ''} onChange={(key) => key !== (parent?.key ?? '') && moveTo(key)}
            among={[{ value: '', label: words.design.topLevel }, ...holders.map((h) => ({ value: h.key, label: `${h.node.code} ${h.node.name}` }))]}
          />
          {isLeaf && <ChoiceField label={words.design.evidence} path={`${path}.evidence`} value={node.evidence ?? 'none'} among={choicesOf(words.design.evidenceWord)} onChange={(evidence) => set({ evidence })} />}
          {isLeaf && <ChoiceField label={words.design.review} path={`${path}.review`} value={node.review ?? 'optional'} among={choicesOf(words.design.reviewWord)} onChange={(review) => set({ review })} />}
        </div>
        {!isLeaf && <Said of={besides(findings, `${path}.rule`, [])} />}
        {!isLeaf && node.rule && <Button size="small" onClick={() => set({ rule: undefined })}>{words.design.removeRule}</Button>}
      </Panel>
      {isLeaf && (
        <>
          <Panel title={words.design.leafRule}>
            <RuleEditor rule={node.rule} facts={definition.facts} path={`${path}.rule`} onChange={(rule) => set({ rule })} />
          </Panel>
          {node.rule && <TryBox definition={alone(definition, node)} facts={facts} />}
        </>
      )}
    </>
  );
}

/** The scheme with one leaf only, so that it can be tried while the rest is still at work. */
const alone = (definition: SchemeDefinition, leaf: Indicator): SchemeDefinition =>
  ({ ...definition, code: 'trial', name: 'trial', sections: [leaf], bonuses: [], vetoes: [], gates: [], grades: [], ranking: undefined });
