/**
 * Page that shows the chats in a browser. Internal: public types serve the other packages
 * of the simulator only.
 */
@NullMarked
package io.ephemeral.feishu.simulator.page;

import org.jspecify.annotations.NullMarked;
