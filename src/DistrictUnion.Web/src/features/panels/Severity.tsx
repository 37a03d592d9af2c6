import { useQuery } from '@tanstack/react-query';
import { Table, Tag } from 'antd';
import { get } from '../../api/client';
import type { SeverityRow } from '../../api/schema';
import { Chart } from '../../shared/Chart';
import { points } from '../../shared/format';
import { Loaded, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';

/** How severe the judges were, as a drawing and as a table. */
export function Severity({ round, panel }: { round: string; panel: string }) {
  const words = useWords();
  const severity = useQuery({
    queryKey: ['panel-severity', round, panel],
    queryFn: async ({ signal }) => (await get('GET /rounds/{round}/panels/{panel}/severity', { path: { round, panel }, signal })).judges,
  });
  return (
    <Panel title={words.panels.severity}>
      <p style={{ marginTop: 0 }}>{words.panels.severityHint}</p>
      <Loaded of={[severity]}>
        {() => {
          const rows = severity.data!;
          return (
            <>
              <Table<SeverityRow>
                size="small" rowKey="userName" dataSource={rows} pagination={false} scroll={{ x: 520 }}
                columns={[
                  { title: words.panels.judge, render: (_, j) => <>{j.displayName} {j.flagged && <Tag color="warning">{words.panels.flagged}</Tag>}</> },
                  { title: words.panels.given, dataIndex: 'count', align: 'right' },
                  { title: words.panels.mean, align: 'right', render: (_, j) => points(j.mean) },
                  { title: words.panels.deviation, align: 'right', render: (_, j) => points(j.deviation) },
                  { title: words.panels.difference, align: 'right', render: (_, j) => `${j.difference > 0 ? '+' : ''}${points(j.difference)}` },
                  { title: words.panels.z, align: 'right', render: (_, j) => (j.z === null ? words.panels.noZ : points(j.z)) },
                ]}
              />
              <Chart
                label={words.panels.difference} height={Math.max(140, 40 + rows.length * 26)}
                option={{
                  grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
                  xAxis: { type: 'value' },
                  yAxis: { type: 'category', inverse: true, data: rows.map((j) => j.displayName) },
                  series: [{ type: 'bar', data: rows.map((j) => ({ value: j.difference, itemStyle: { color: j.flagged ? '#c8432f' : '#0f5c8c' } })) }],
                }}
                table={<p>{rows.map((j) => `${j.displayName} ${points(j.difference)}`).join('；')}</p>}
              />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
