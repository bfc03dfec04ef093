/**
 * One consistent copy of a house in a folder, and the way back. Start at {@link
 * org.joinvoices.platform.backup.BackupWriter} and {@link
 * org.joinvoices.platform.backup.BackupReader}.
 *
 * <p>Personal data: as in the database, contact data sealed; petition books name their signers in
 * clear. A backup is therefore readable by its owner only, encrypted where recipients are given,
 * and to be deleted within {@link org.joinvoices.platform.retention.Retention#BACKUPS}. Keys are
 * never in one.
 */
@NullMarked
package org.joinvoices.platform.backup;

import org.jspecify.annotations.NullMarked;
