import { useQuery } from '@tanstack/react-query';
import { Modal, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { get } from '../../api/client';
import type { SchemeVersionSummary } from '../../api/schema';
import { Loaded, Nothing } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { changesBetween, type SchemeChange } from './changes';
import { readDefinition, type SchemeDefinition } from './definition';

const text = (value: unknown) => (value === undefined ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What changed against another version, node by node. */
export function VersionDiff({ scheme, version, definition, versions, onClose }: {
  scheme: string;
  version: number;
  definition: SchemeDefinition;
  versions: SchemeVersionSummary[];
  onClose: () => void;
}) {
  const words = useWords();
  const others = versions.filter((v) => v.version !== version);
  const [other, setOther] = useState(others.find((v) => v.version < version)?.version ?? others[0]?.version);
  const before = useQuery({
    queryKey: ['scheme-other', scheme, other], enabled: other !== undefined,
    queryFn: ({ signal }) => get('GET /schemes/{scheme}/versions/{number}', { path: { scheme, number: other! }, signal }),
  });
  const colours = { added: 'success', removed: 'error', changed: 'warning' } as const;
  return (
    <Modal open width={760} title={`${words.schemes.diff} · v${version}`} footer={null} onCancel={onClose}>
      <Select aria-label={words.schemes.version} value={other} onChange={setOther} style={{ minWidth: 160, marginBottom: 12 }} options={others.map((v) => ({ value: v.version, label: `v${v.version} ${words.schemes.state[v.state]}` }))} />
      <Loaded of={[before]}>
        {() => {
          const changes = changesBetween(readDefinition(before.data!.definition), definition);
          return changes.length === 0 ? <Nothing title={words.schemes.same} /> : (
            <Table<SchemeChange>
              size="small" rowKey="code" dataSource={changes} pagination={{ pageSize: 12, hideOnSinglePage: true }}
              columns={[
                { title: words.results.node, render: (_, c) => `${c.code} ${c.name}` },
                { title: words.home.state, width: 90, render: (_, c) => <Tag color={colours[c.kind]}>{words.schemes.change[c.kind]}</Tag> },
                { title: words.home.change, render: (_, c) => c.fields.map((f) => <div key={f.field}><code>{f.field}</code> {text(f.before)} → {text(f.after)}</div>) },
              ]}
            />
          );
        }}
      </Loaded>
    </Modal>
  );
}
