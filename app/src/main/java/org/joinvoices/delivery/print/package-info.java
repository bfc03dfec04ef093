/**
 * Sets text in the scripts of the world on pages of PDF, tagged for screen readers or plain. Start
 * at {@link org.joinvoices.delivery.print.Sheets} and {@link
 * org.joinvoices.delivery.print.Typesetter}; the same lines drawn as pixels: {@link
 * org.joinvoices.delivery.print.Picture}.
 *
 * <p>What shapes what: Latin, Greek and Cyrillic letters, Han, kana and Hangul stand side by side
 * as the fonts have them; combining marks, Hebrew, Arabic and Devanagari are shaped by the HarfBuzz
 * of the JDK ({@code java.awt.Font}); the order of letters in lines of both directions is that of
 * {@code java.text.Bidi}; lines break where {@code java.text.BreakIterator} lets them. What is
 * shaped carries its text along (ActualText), so that it can be read out and copied.
 *
 * <p>Personal data: none is kept; what is set is somebody's name or words. Never in exception
 * messages.
 */
@NullMarked
package org.joinvoices.delivery.print;

import org.jspecify.annotations.NullMarked;
