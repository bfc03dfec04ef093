/**
 * Watches the whole suite: nothing that it types of made-up people may turn up in a log, an
 * exception, a metric or an address.
 */
@NullMarked
package org.joinvoices.privacy;

import org.jspecify.annotations.NullMarked;
