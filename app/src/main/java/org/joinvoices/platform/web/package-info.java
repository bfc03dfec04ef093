/**
 * What every page of this server needs and knows nothing of letters: security headers, the check
 * that a post comes from our own pages, templates, interface texts, error pages.
 *
 * <p>Personal data: none kept; nothing here logs a query, a body or a path that carries a token.
 */
@NullMarked
package org.joinvoices.platform.web;

import org.jspecify.annotations.NullMarked;
