/**
 * Stories told from outside: a person at a browser, an office at its gateway, an operator at a
 * terminal. Nothing here knows the server's code; what is relied on is what {@code
 * docs/reference.md} promises.
 *
 * <p>Start reading at {@link org.joinvoices.e2e.AmiraInClevelandTest}. {@link
 * org.joinvoices.e2e.Demo} runs the server, {@link org.joinvoices.e2e.Visitor} reads its pages. All
 * people are made up; their streets do not exist.
 */
@NullMarked
package org.joinvoices.e2e;

import org.jspecify.annotations.NullMarked;
