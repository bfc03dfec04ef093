/**
 * Sealing: what keeps contact data unreadable without the master key, and tokens unforgeable. Start
 * at {@link org.joinvoices.platform.crypto.Vault}.
 *
 * <p>Personal data: passes through, never kept, never printed.
 */
@NullMarked
package org.joinvoices.platform.crypto;

import org.jspecify.annotations.NullMarked;
