"""China–Russia consultations: rounds, proposals, agendas, papers and invitations.

This module imports nothing, so that importing any part of the program costs only that part.
"""
