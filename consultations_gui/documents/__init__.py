"""Agendas as papers: content first, then PDF or DOCX."""
