import { InputNumber } from 'antd';
import type { Values } from './maxima';
import type { LabNumber } from './numbers';

/** Numbers to be tried otherwise, each with its label; what was changed stands out, what is wrong is said beside it. */
export function NumberFields({ fields, numbers, onNumber, wrong }: { fields: LabNumber[]; numbers: Values; onNumber: (path: string, value: number, was: number) => void; wrong: Map<string, string> }) {
  return (
    <div className="leaf-fields" style={{ marginTop: 0 }}>
      {fields.map((field) => (
        <div key={field.path}>
          <label htmlFor={`lab-${field.path}`}>{field.label}</label>
          <InputNumber
            id={`lab-${field.path}`} min={0} style={{ width: '100%', fontWeight: field.path in numbers ? 600 : undefined }} status={wrong.has(field.path) ? 'error' : undefined}
            value={numbers[field.path] ?? field.value} onChange={(value) => onNumber(field.path, value ?? field.value, field.value)}
          />
          {wrong.has(field.path) && <div role="alert" style={{ color: '#c0281a', fontSize: 13 }}>{wrong.get(field.path)}</div>}
        </div>
      ))}
    </div>
  );
}
