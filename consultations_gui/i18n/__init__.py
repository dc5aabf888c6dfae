"""Words and formats in Chinese, Russian and English."""
