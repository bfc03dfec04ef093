/**
 * What shows a letter elsewhere. Start at {@link org.joinvoices.delivery.handout.LetterPicture} and
 * {@link org.joinvoices.delivery.handout.Poster}.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.delivery.handout;

import org.jspecify.annotations.NullMarked;
