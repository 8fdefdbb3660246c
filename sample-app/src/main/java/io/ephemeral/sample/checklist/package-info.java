/**
 * Checklist for a real tenant, which leads a person through the bot's abilities and
 * writes a report.
 */
@NullMarked
package io.ephemeral.sample.checklist;

import org.jspecify.annotations.NullMarked;
