import { InputNumber, Table } from 'antd';
import type { ReactNode } from 'react';
import { points } from '../../shared/format';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import type { SchemeDefinition } from '../schemes/definition';
import { withMaximum, type TreeNode, type Values } from './maxima';
import { NumberFields } from './NumberFields';
import { numbersOfRule } from './numbers';

interface WeightsProps {
  definition: SchemeDefinition;
  tree: TreeNode[];
  original: Values;
  maxima: Values;
  onMaxima: (maxima: Values) => void;
  numbers: Values;
  onNumber: (path: string, value: number, was: number) => void;
  wrong: Map<string, string>;
  children: ReactNode;
}

/** A line of the table: an indicator, or the numbers of its rule under it. */
type Row = { key: string; node?: TreeNode; rule?: TreeNode; children?: Row[] };

/** The indicators with the points that they have and those to be tried. */
export function WeightsPart({ definition, tree, original, maxima, onMaxima, numbers, onNumber, wrong, children }: WeightsProps) {
  const words = useWords();
  const w = words.lab;
  const factName = (code: string) => definition.facts.find((f) => f.code === code)?.name ?? code;
  const fieldsOf = (n: TreeNode) => numbersOfRule(n.node.rule, `${n.path}.rule`, words, factName);
  const rowsOf = (nodes: TreeNode[]): Row[] => nodes.map((n) => ({
    key: n.path, node: n, children: n.items ? rowsOf(n.items) : fieldsOf(n).length > 0 ? [{ key: `${n.path}.rule`, rule: n }] : undefined,
  }));
  const sections = tree.filter((n) => n.items).map((n) => n.path);
  return (
    <Panel flush title={w.weights}>
      <p style={{ margin: '12px 16px' }}><small>{w.weightsHint} {w.leaf}</small></p>
      <Table<Row>
        size="small" rowKey="key" dataSource={rowsOf(tree)} pagination={false} expandable={{ defaultExpandedRowKeys: sections, indentSize: 14 }}
        columns={[
          {
            title: w.indicator, onCell: (r) => ({ colSpan: r.rule ? 3 : 1 }),
            render: (_, r) => (r.rule
              ? <div style={{ display: 'inline-block', width: 'calc(100% - 80px)', verticalAlign: 'middle' }}><NumberFields fields={fieldsOf(r.rule)} numbers={numbers} onNumber={onNumber} wrong={wrong} /></div>
              : <>{r.node!.node.name}{wrong.has(`${r.node!.path}.max`) && <div role="alert" style={{ color: '#c0281a', fontSize: 13 }}>{wrong.get(`${r.node!.path}.max`)}</div>}</>),
          },
          { title: w.was, width: 76, align: 'right', className: 'numeric', onCell: (r) => ({ colSpan: r.rule ? 0 : 1 }), render: (_, r) => r.node && points(original[r.node.path]) },
          {
            title: w.now, width: 120, align: 'right', onCell: (r) => ({ colSpan: r.rule ? 0 : 1 }),
            render: (_, r) => r.node && (
              <InputNumber
                aria-label={w.numberOf(r.node.node.name)} min={0} precision={2} value={maxima[r.node.path]} status={wrong.has(`${r.node.path}.max`) ? 'error' : undefined}
                formatter={(value) => points(Number(value))} style={{ width: 96, fontWeight: maxima[r.node.path] === original[r.node.path] ? undefined : 600 }}
                onChange={(value) => value !== null && onMaxima(withMaximum(tree, maxima, r.node!.path, value))}
              />
            ),
          },
        ]}
      />
      {children}
    </Panel>
  );
}
