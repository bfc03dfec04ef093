package org.joinvoices.platform.mail;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that goes with a mail.
 *
 * @param fileName as the recipient may keep it
 * @param mediaType such as {@code application/pdf}
 * @param content opened anew each time it is read, such as a {@code FileSystemResource}
 */
public record MailAttachment(String fileName, String mediaType, InputStreamSource content) {}
