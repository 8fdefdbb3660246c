package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * QR code of half-block characters, each of which shows two modules.
 */
final class QrCode {

	/** Free modules at each side. A terminal has 80 columns, so there are few. */
	private static final int MARGIN = 2;

	private QrCode() {
	}

	/**
	 * Draws a code.
	 * @return the lines from top to bottom, of the same length; none if the link is too
	 * long for a code
	 */
	static List<String> draw(URI link) {
		BitMatrix modules;
		try {
			modules = encode(link);
		}
		catch (WriterException ex) {
			return List.of();
		}
		List<String> lines = new ArrayList<>();
		for (int y = 0; y < modules.getHeight(); y += 2) {
			StringBuilder line = new StringBuilder();
			for (int x = 0; x < modules.getWidth(); x++) {
				line.append(character(modules.get(x, y), y + 1 < modules.getHeight() && modules.get(x, y + 1)));
			}
			lines.add(line.toString());
		}
		return lines;
	}

	private static BitMatrix encode(URI link) throws WriterException {
		return new QRCodeWriter().encode(link.toString(), BarcodeFormat.QR_CODE, 0, 0,
				Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L));
	}

	private static char character(boolean upper, boolean lower) {
		if (upper) {
			return lower ? '█' : '▀';
		}
		return lower ? '▄' : ' ';
	}

}
