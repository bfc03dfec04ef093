/**
 * What shows a letter elsewhere. Start at {@link org.joinvoices.delivery.handout.LetterPicture},
 * {@link org.joinvoices.delivery.handout.Poster} and {@link
 * org.joinvoices.delivery.handout.OnePage}.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.delivery.handout;

import org.jspecify.annotations.NullMarked;
