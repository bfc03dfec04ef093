/**
 * What an operator's house needs, looked at and said in plain lines. Start at {@link
 * org.joinvoices.platform.doctor.Finding}; what knows of letters is looked at by whoever asks.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.doctor;

import org.jspecify.annotations.NullMarked;
