/**
 * Packets on paper for one office: letters, address labels and the sheet that is signed when they
 * are handed in, as PDF. Start at {@link org.joinvoices.delivery.packet.PacketPrint}. Sees no
 * database.
 *
 * <p>Personal data: letters hold name, postal address, e-mail, phone and own words. They are in
 * memory while a paper is made; what is made goes to whoever asked and is kept nowhere.
 */
@NullMarked
package org.joinvoices.delivery.packet;

import org.jspecify.annotations.NullMarked;
