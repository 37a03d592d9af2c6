import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Loading } from './Loading';
import { useWords } from './words';

const Drawing = lazy(() => import('./ChartDrawing'));

/** A drawing that can be read as a table as well. What stands below keeps its place while the drawing is on its way: a click would miss it. */
export function Chart({ label, option, table, height = 240, onSelect }: {
  label: string;
  option: EChartsCoreOption;
  table: ReactNode;
  height?: number;
  onSelect?: (index: number) => void;
}) {
  const words = useWords();
  const [isTable, setTable] = useState(false);
  return (
    <figure style={{ margin: 0 }}>
      {isTable ? table : <Suspense fallback={<div style={{ height, overflow: 'hidden' }}><Loading apart={64} /></div>}><Drawing label={label} option={option} height={height} onSelect={onSelect} /></Suspense>}
      <figcaption style={{ textAlign: 'right' }}>
        <Button type="link" size="small" onClick={() => setTable(!isTable)}>{isTable ? words.common.showChart : words.common.showTable}</Button>
      </figcaption>
    </figure>
  );
}
