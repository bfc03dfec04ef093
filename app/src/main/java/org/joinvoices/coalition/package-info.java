/**
 * Partner organizations of a letter, the links by which people come to it, and the frame in which
 * others show it. Start at {@link org.joinvoices.coalition.Partners} and {@link
 * org.joinvoices.coalition.SourceLinks}.
 *
 * <p>Personal data: none of its own. What is counted per link is a number; who said yes to a
 * partner is a consent, kept by {@code signing} and read through {@code PartnerConsents} for the
 * length of one download.
 */
@NullMarked
package org.joinvoices.coalition;

import org.jspecify.annotations.NullMarked;
