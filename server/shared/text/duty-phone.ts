/**
 * A command post's telephone: a landline of mainland China with its area code (and an extension), 400-, 95…, or a short
 * number such as 110 or 12345. Mobile numbers, which are a person's, do not fit.
 */
export const DUTY_PHONE = '^(0\\d{2,3}-[2-9]\\d{6,7}(-\\d{1,5})?|400-?\\d{3}-?\\d{4}|95\\d{3,4}|1\\d{2}|12\\d{3})$'
