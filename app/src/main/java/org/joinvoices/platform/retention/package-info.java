/**
 * Forgetting in time: every capability says by {@link
 * org.joinvoices.platform.retention.RetentionStep} what of its data is due; {@link
 * org.joinvoices.platform.retention.Retention} shows it, or erases it and leaves a trace.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.retention;

import org.jspecify.annotations.NullMarked;
