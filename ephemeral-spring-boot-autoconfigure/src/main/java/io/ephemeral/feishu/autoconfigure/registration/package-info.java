/**
 * Auto-configuration of the registration of an app by one scan.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.registration;

import org.jspecify.annotations.NullMarked;
