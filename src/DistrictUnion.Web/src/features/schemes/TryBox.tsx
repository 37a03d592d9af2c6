import { useMutation } from '@tanstack/react-query';
import { Alert, Button, InputNumber, Select, Space } from 'antd';
import { useMemo, useState } from 'react';
import { write } from '../../api/client';
import { FactInput } from '../../shared/FactInput';
import { points } from '../../shared/format';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { factsOf, leavesOf, type FactDefinition, type SchemeDefinition } from './definition';

/** Facts in, points out, with the arithmetic in words. Nothing is stored. */
export function TryBox({ definition, facts }: { definition: SchemeDefinition; facts: Map<string, FactDefinition> }) {
  const words = useWords();
  const leaves = useMemo(() => leavesOf(definition).map((l) => l.node), [definition]);
  const [code, setCode] = useState(leaves[0]?.code);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [claim, setClaim] = useState<number | null>(null);
  const leaf = leaves.find((l) => l.code === code);
  const used = factsOf(leaf?.rule).map((f) => facts.get(f)).filter((f): f is FactDefinition => f !== undefined);
  const trial = useMutation({
    mutationFn: async () => (await write('POST /schemes/try', {
      body: { definition, facts: values, claims: leaf?.rule?.type === 'manual' && claim !== null ? { [leaf.code]: claim } : undefined, daysLate: 0 },
    })).body,
  });
  const node = trial.data?.nodes.find((n) => n.code === code);
  return (
    <Panel title={words.schemes.try}>
      <Space orientation="vertical" style={{ width: '100%' }}>
        <span style={{ fontSize: 13 }}>{words.schemes.tryHint}</span>
        <Select
          aria-label={words.results.node} showSearch={{ optionFilterProp: 'label' }} value={code} style={{ width: '100%' }} options={leaves.map((l) => ({ value: l.code, label: `${l.code} ${l.name}（${points(l.max)}）` }))}
          onChange={(next) => {
            setCode(next);
            trial.reset();
          }}
        />
        {used.map((f) => (
          <div key={f.code}>
            <label htmlFor={`try-${f.code}`}>{f.name}</label>
            <FactInput id={`try-${f.code}`} fact={f} value={values[f.code]} onChange={(v) => setValues((all) => ({ ...all, [f.code]: v }))} />
          </div>
        ))}
        {leaf?.rule?.type === 'manual' && <label>{words.evaluation.claim}<InputNumber min={0} max={leaf.max} value={claim} onChange={setClaim} style={{ width: '100%' }} /></label>}
        <Button type="primary" loading={trial.isPending} onClick={() => trial.mutate()}>{words.schemes.run}</Button>
        {trial.error && <Alert type="error" showIcon title={trial.error.message} />}
        {node && (
          <Alert
            type="success" showIcon title={`${words.schemes.result}：${points(node.points)} / ${points(node.max)}`}
            description={<ol className="arith">{node.arithmetic.map((s, i) => <li key={i}>{s.text}</li>)}</ol>}
          />
        )}
      </Space>
    </Panel>
  );
}
