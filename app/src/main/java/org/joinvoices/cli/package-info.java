/**
 * The commands of {@code ./joinvoices}. Each finds the database of a running server through {@code
 * --home}, or starts it, works, and stops it. Start at {@link org.joinvoices.cli.Main}.
 *
 * <p>Personal data: none printed.
 */
@NullMarked
package org.joinvoices.cli;

import org.jspecify.annotations.NullMarked;
