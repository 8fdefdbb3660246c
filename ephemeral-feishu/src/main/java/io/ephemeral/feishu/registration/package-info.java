/**
 * Registration of an app by one scan, and what the platform then shows of the app.
 */
@NullMarked
package io.ephemeral.feishu.registration;

import org.jspecify.annotations.NullMarked;
