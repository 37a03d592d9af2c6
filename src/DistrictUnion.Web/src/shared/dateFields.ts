/**
 * Enter in a date field takes the date that stands there and sends nothing: browsers would send the form around it,
 * and a vote would be prepared or a title conferred by somebody who only chose a day.
 */
export function keepEnterInDateFields(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.closest('.ant-picker')) event.preventDefault();
  });
}
