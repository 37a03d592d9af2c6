import { Select } from 'antd';

/** One of known values, shown by their names, or a code of one's own. */
export function OneTag({ id, value, onChange, options }: { id?: string; value?: string | null; onChange?: (value: string | null) => void; options: { value: string; label: string }[] }) {
  return (
    <Select
      id={id} mode="tags" allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} value={value ? [value] : []} options={options}
      onChange={(values: string[]) => onChange?.(values.at(-1)?.trim() || null)}
    />
  );
}
