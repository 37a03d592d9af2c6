import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from './theme';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** The drawing itself; loaded when a page shows one. */
export default function ChartDrawing({ label, option, height, onSelect }: {
  label: string;
  option: EChartsCoreOption;
  height: number;
  onSelect?: (index: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const { isDark } = useAppearance();
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  });
  useEffect(() => {
    const chart = init(place.current!, isDark ? 'dark' : undefined, { renderer: 'svg' });
    chart.setOption({ backgroundColor: 'transparent', animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
    chart.on('click', (event) => select.current?.(event.dataIndex ?? 0));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current!);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, isDark]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
