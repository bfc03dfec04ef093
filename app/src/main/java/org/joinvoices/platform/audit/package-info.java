/**
 * The audit trail of a house: who did what to what, and when. Whoever changes something for an
 * organizer or an operator calls {@link org.joinvoices.platform.audit.AuditTrail#append} in the
 * same transaction. Rows are never changed and never deleted; the database refuses it.
 *
 * <p>Personal data: none. An entry holds ids and words of a closed set, never a supporter's.
 */
@NullMarked
package org.joinvoices.platform.audit;

import org.jspecify.annotations.NullMarked;
