/**
 * Matches the rows of a CSV file of any size. Start at {@link
 * org.joinvoices.districts.bulk.BulkRun}.
 *
 * <p>Personal data: rows pass through from file to file; nothing of them is in messages, which name
 * lines.
 */
@NullMarked
package org.joinvoices.districts.bulk;

import org.jspecify.annotations.NullMarked;
